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
import com.openai.models.beta.threads.runs.RunListParams;
import com.openai.models.beta.threads.runs.RunRetrieveParams;
import com.openai.models.beta.threads.runs.RunStatus;
import com.openai.models.beta.threads.runs.RunSubmitToolOutputsParams;
import com.openai.models.beta.threads.runs.RunUpdateParams;
import com.openai.models.beta.threads.runs.steps.RunStep;
import com.openai.models.beta.threads.runs.steps.StepListParams;
import com.openai.models.beta.threads.runs.steps.StepRetrieveParams;
import com.openai.services.blocking.beta.AssistantService;
import com.openai.services.blocking.beta.ThreadService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's Java SDK with the server's /v1 as its base URL: every method of its services. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("deprecation")
class OpenAiSdkIT {

  private static final Set<RunStatus> UNDER_WAY =
      Set.of(RunStatus.QUEUED, RunStatus.IN_PROGRESS, RunStatus.CANCELLING);

  private static ApiServer server;
  private static final Set<String> CALLED = new TreeSet<>();

  private static OpenAIClient client;
  private static AssistantService assistants;
  private static ThreadService threads;

  @BeforeAll
  static void connect(@TempDir Path directory) throws Exception {
    server = ApiServer.start(directory);
    client = OpenAIOkHttpClient.builder().baseUrl(server.url()).apiKey("sk-not-a-key").build();
    assistants = ObservedService.of(AssistantService.class, client.beta().assistants(), CALLED);
    threads = ObservedService.of(ThreadService.class, client.beta().threads(), CALLED);
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
  }

  @Test
  void keepsAssistants() {
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
    assertThatThrownBy(() -> write(run.threadId(), "More"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("while a run " + run.id() + " is active.");

    Run done = await(threads.runs().submitToolOutputs(rain(run)));

    assertThat(done.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(text(newest(run.threadId()))).contains("Function output: rain");
  }

  @Test
  void cancelsARunThatWaitsForAFunction() throws Exception {
    Run run = untilFunction();
    Run cancelling =
        threads
            .runs()
            .cancel(RunCancelParams.builder().threadId(run.threadId()).runId(run.id()).build());

    assertThat(cancelling.status()).isEqualTo(RunStatus.CANCELLING);
    assertThat(await(cancelling).status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void pagesThroughRunsAndTheirSteps() throws Exception {
    Run first = untilFunction();
    await(threads.runs().submitToolOutputs(rain(first)));
    Run second =
        await(
            threads
                .runs()
                .create(
                    RunCreateParams.builder()
                        .threadId(first.threadId())
                        .assistantId(first.assistantId())
                        .addAdditionalMessage(
                            RunCreateParams.AdditionalMessage.builder()
                                .role(RunCreateParams.AdditionalMessage.Role.USER)
                                .content("Thanks")
                                .build())
                        .build()));
    assertThat(
            threads
                .runs()
                .list(RunListParams.builder().threadId(first.threadId()).limit(1).build())
                .autoPager()
                .stream()
                .map(Run::id))
        .containsExactly(second.id(), first.id());
    var page =
        threads.runs().list(RunListParams.builder().threadId(first.threadId()).limit(1).build());
    assertThat(page.hasNextPage()).isTrue();
    var last = page.nextPage();
    assertThat(last.items()).extracting(Run::id).containsExactly(first.id());
    assertThat(last.hasMore()).contains(false);
    StepListParams steps =
        StepListParams.builder()
            .threadId(first.threadId())
            .runId(first.id())
            .limit(1)
            .order(StepListParams.Order.ASC)
            .build();
    assertThat(
            threads.runs().steps().list(steps).autoPager().stream()
                .map(step -> step.type().asString()))
        .containsExactly("tool_calls", "message_creation");
  }

  @Test
  void tellsThatNothingIsStreamed() throws Exception {
    Run waiting = untilFunction();
    String thread = threads.create().id();
    RunCreateParams run =
        RunCreateParams.builder().threadId(thread).assistantId(assistant()).build();
    ThreadCreateAndRunParams both =
        ThreadCreateAndRunParams.builder().assistantId(assistant()).build();
    for (ThrowingCallable start :
        List.<ThrowingCallable>of(
            () -> threads.runs().createStreaming(run),
            () -> threads.createAndRunStreaming(both),
            () -> threads.runs().submitToolOutputsStreaming(rain(waiting)))) {
      assertThatThrownBy(start)
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining(
              "Streaming is not supported here. Leave out 'stream' and poll the run until it"
                  + " ends.");
    }
    assertThat(threads.runs().list(thread).data()).isEmpty();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void wasCalledByEveryMethodThereIs() {
    Set<String> methods = ObservedService.methodsOf(AssistantService.class);
    methods.addAll(ObservedService.methodsOf(ThreadService.class));
    assertThat(methods).contains("StepService.list").isEqualTo(CALLED);
  }

  private static RunSubmitToolOutputsParams rain(Run run) {
    String call = run.requiredAction().orElseThrow().submitToolOutputs().toolCalls().get(0).id();
    return RunSubmitToolOutputsParams.builder()
        .threadId(run.threadId())
        .runId(run.id())
        .addToolOutput(
            RunSubmitToolOutputsParams.ToolOutput.builder().toolCallId(call).output("rain").build())
        .build();
  }

  private static Run untilFunction() throws Exception {
    String thread = threads.create().id();
    write(thread, "call get_weather {\"city\":\"Oslo\"}");
    Run run =
        await(
            threads
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
    return assistants
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
    Run run = threads.runs().retrieve(named);
    while (UNDER_WAY.contains(run.status())) {
      Thread.sleep(20);
      run = threads.runs().retrieve(named);
    }
    return run;
  }

  private static Message write(String thread, String content) {
    return threads
        .messages()
        .create(
            MessageCreateParams.builder()
                .threadId(thread)
                .role(MessageCreateParams.Role.USER)
                .content(content)
                .build());
  }

  private static Message newest(String thread) {
    return threads
        .messages()
        .list(MessageListParams.builder().threadId(thread).build())
        .data()
        .get(0);
  }

  private static String text(Message message) {
    return message.content().get(0).asText().text().value();
  }
}
