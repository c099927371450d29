package io.assistantmcp.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunMachineTest {

  /** Every transition there is; what is not named leads nowhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUEUED          | CLAIM=IN_PROGRESS FAIL=FAILED CANCEL=CANCELLING EXPIRE=EXPIRED
          IN_PROGRESS     | CLAIM=IN_PROGRESS ASK=REQUIRES_ACTION COMPLETE=COMPLETED CUT_SHORT=INCOMPLETE FAIL=FAILED CANCEL=CANCELLING EXPIRE=EXPIRED
          REQUIRES_ACTION | SUBMIT=QUEUED CANCEL=CANCELLING EXPIRE=EXPIRED
          CANCELLING      | STOP=CANCELLED EXPIRE=EXPIRED
          CANCELLED       | ''
          FAILED          | ''
          COMPLETED       | ''
          INCOMPLETE      | ''
          EXPIRED         | ''
          """)
  void leads(RunStatus status, String transitions) {
    Map<String, String> expected =
        transitions.isEmpty()
            ? Map.of()
            : Arrays.stream(transitions.split(" "))
                .map(one -> one.split("="))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
    for (RunEvent event : RunEvent.values()) {
      assertThat(RunMachine.next(status, event).map(Enum::name).orElse("nowhere"))
          .as("%s in %s", event, status)
          .isEqualTo(expected.getOrDefault(event.name(), "nowhere"));
    }
    assertThat(status.isActive()).isEqualTo(!expected.isEmpty());
  }
}
