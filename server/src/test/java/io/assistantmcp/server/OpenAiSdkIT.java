package io.assistantmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.beta.assistants.Assistant;
import com.openai.models.beta.assistants.AssistantCreateParams;
import com.openai.models.beta.assistants.AssistantListParams;
import com.openai.models.beta.assistants.AssistantUpdateParams;
import com.openai.models.beta.assistants.FunctionTool;
import com.openai.models.beta.threads.ThreadCreateAndRunParams;
import com.openai.models.beta.threads.ThreadUpdateParams;
import com.openai.models.beta.threads.messages.Message;
import com.openai.models.beta.threads.messages.MessageCreateParams;
import com.openai.models.beta.threads.messages.MessageDeleteParams;
import com.openai.models.beta.threads.messages.MessageListParams;
import com.openai.models.beta.threads.messages.MessageRetrieveParams;
import com.openai.models.beta.threads.messages.MessageUpdateParams;
import com.openai.models.beta.threads.runs.Run;
import com.openai.models.beta.threads.runs.RunCancelParams;
import com.openai.models.beta.threads.runs.RunCreateParams;
import com.openai.models.beta.threads.runs.RunRetrieveParams;
import com.openai.models.beta.threads.runs.RunStatus;
import com.openai.models.beta.threads.runs.RunSubmitToolOutputsParams;
import com.openai.models.beta.threads.runs.RunUpdateParams;
import com.openai.models.beta.threads.runs.steps.RunStep;
import com.openai.models.beta.threads.runs.steps.StepListParams;
import com.openai.models.beta.threads.runs.steps.StepRetrieveParams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's Java SDK with the server's /v1 as its base URL. */
@Timeout(300)
@SuppressWarnings("deprecation")
class OpenAiSdkIT {

  private static final Set<RunStatus> UNDER_WAY =
      Set.of(RunStatus.QUEUED, RunStatus.IN_PROGRESS, RunStatus.CANCELLING);

  private static ApiServer server;
  private static OpenAIClient client;

  @BeforeAll
  static void connect(@TempDir Path directory) throws Exception {
    server = ApiServer.start(directory);
    client = OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("sk-not-a-key").build();
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
  }

  @Test
  void keepsAssistants() {
    var assistants = client.beta().assistants();
    Assistant created = assistants.create(AssistantCreateParams.builder().model("gpt-4o").build());
    assertThat(assistants.retrieve(created.id())).isEqualTo(created);
    Assistant changed =
        assistants.update(
            AssistantUpdateParams.builder().assistantId(created.id()).name("B").build());
    assertThat(changed.name()).contains("B");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, assistants.create(AssistantCreateParams.builder().model("m").build()).id());
    }
    assertThat(
            assistants.list(AssistantListParams.builder().limit(2).build()).autoPager().stream()
                .map(Assistant::id)
                .limit(5))
        .isEqualTo(made);
    assertThat(assistants.delete(created.id()).deleted()).isTrue();
    assertThatThrownBy(() -> assistants.retrieve(created.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("No assistant found with id '" + created.id() + "'.");
  }

  @Test
  void keepsThreadsAndMessages() {
    var threads = client.beta().threads();
    String thread = threads.create().id();
    threads.update(
        ThreadUpdateParams.builder()
            .threadId(thread)
            .metadata(
                ThreadUpdateParams.Metadata.builder()
                    .putAdditionalProperty("a", JsonValue.from("1"))
                    .build())
            .build());
    assertThat(threads.retrieve(thread).metadata().orElseThrow()._additionalProperties())
        .containsEntry("a", JsonValue.from("1"));
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      written.add(write(thread, "message " + i).id());
    }
    assertThat(
            threads
                .messages()
                .list(
                    MessageListParams.builder()
                        .threadId(thread)
                        .limit(3)
                        .order(MessageListParams.Order.ASC)
                        .build())
                .autoPager()
                .stream()
                .map(Message::id))
        .isEqualTo(written);
    String last = written.get(6);
    Message message =
        threads
            .messages()
            .retrieve(MessageRetrieveParams.builder().threadId(thread).messageId(last).build());
    assertThat(text(message)).isEqualTo("message 6");
    threads
        .messages()
        .update(MessageUpdateParams.builder().threadId(thread).messageId(last).build());
    assertThat(
            threads
                .messages()
                .delete(MessageDeleteParams.builder().threadId(thread).messageId(last).build())
                .deleted())
        .isTrue();
    assertThat(threads.delete(thread).deleted()).isTrue();
  }

  @Test
  void runsAndReadsTheAnswerAndItsStep() throws Exception {
    var threads = client.beta().threads();
    Run run =
        await(
            threads.createAndRun(
                ThreadCreateAndRunParams.builder()
                    .assistantId(assistant())
                    .thread(
                        ThreadCreateAndRunParams.Thread.builder()
                            .addMessage(
                                ThreadCreateAndRunParams.Thread.Message.builder()
                                    .role(ThreadCreateAndRunParams.Thread.Message.Role.USER)
                                    .content("Good morning")
                                    .build())
                            .build())
                    .build()));
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(text(newest(run.threadId()))).contains("Good morning");
    threads
        .runs()
        .update(RunUpdateParams.builder().threadId(run.threadId()).runId(run.id()).build());
    RunStep step =
        threads
            .runs()
            .steps()
            .list(StepListParams.builder().threadId(run.threadId()).runId(run.id()).build())
            .data()
            .get(0);
    StepRetrieveParams named =
        StepRetrieveParams.builder()
            .threadId(run.threadId())
            .runId(run.id())
            .stepId(step.id())
            .build();
    assertThat(threads.runs().steps().retrieve(named)).isEqualTo(step);
  }

  @Test
  void carriesOutAFunctionAndHandsItsOutputOver() throws Exception {
    Run run = untilFunction();
    String call = run.requiredAction().orElseThrow().submitToolOutputs().toolCalls().get(0).id();
    assertThatThrownBy(() -> write(run.threadId(), "More"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("while a run " + run.id() + " is active.");

    Run done =
        await(
            client
                .beta()
                .threads()
                .runs()
                .submitToolOutputs(
                    RunSubmitToolOutputsParams.builder()
                        .threadId(run.threadId())
                        .runId(run.id())
                        .addToolOutput(
                            RunSubmitToolOutputsParams.ToolOutput.builder()
                                .toolCallId(call)
                                .output("rain")
                                .build())
                        .build()));

    assertThat(done.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(text(newest(run.threadId()))).contains("Function output: rain");
  }

  @Test
  void cancelsARunThatWaitsForAFunction() throws Exception {
    Run run = untilFunction();
    Run cancelling =
        client
            .beta()
            .threads()
            .runs()
            .cancel(RunCancelParams.builder().threadId(run.threadId()).runId(run.id()).build());

    assertThat(cancelling.status()).isEqualTo(RunStatus.CANCELLING);
    assertThat(await(cancelling).status()).isEqualTo(RunStatus.CANCELLED);
  }

  private static Run untilFunction() throws Exception {
    String thread = client.beta().threads().create().id();
    write(thread, "call get_weather {\"city\":\"Oslo\"}");
    Run run =
        await(
            client
                .beta()
                .threads()
                .runs()
                .create(
                    RunCreateParams.builder().threadId(thread).assistantId(assistant()).build()));
    assertThat(run.status()).isEqualTo(RunStatus.REQUIRES_ACTION);
    return run;
  }

  private static String assistant() {
    FunctionDefinition weather =
        FunctionDefinition.builder()
            .name("get_weather")
            .parameters(
                FunctionParameters.builder()
                    .putAdditionalProperty("type", JsonValue.from("object"))
                    .build())
            .build();
    return client
        .beta()
        .assistants()
        .create(
            AssistantCreateParams.builder()
                .model("gpt-4o")
                .addTool(FunctionTool.builder().function(weather).build())
                .build())
        .id();
  }

  private static Run await(Run begun) throws Exception {
    RunRetrieveParams named =
        RunRetrieveParams.builder().threadId(begun.threadId()).runId(begun.id()).build();
    Run run = client.beta().threads().runs().retrieve(named);
    while (UNDER_WAY.contains(run.status())) {
      Thread.sleep(20);
      run = client.beta().threads().runs().retrieve(named);
    }
    return run;
  }

  private static Message write(String thread, String content) {
    return client
        .beta()
        .threads()
        .messages()
        .create(
            MessageCreateParams.builder()
                .threadId(thread)
                .role(MessageCreateParams.Role.USER)
                .content(content)
                .build());
  }

  private static Message newest(String thread) {
    return client
        .beta()
        .threads()
        .messages()
        .list(MessageListParams.builder().threadId(thread).build())
        .data()
        .get(0);
  }

  private static String text(Message message) {
    return message.content().get(0).asText().text().value();
  }
}
