"""OpenAI's Python SDK with a base URL of ours: every method that assistants, threads, messages, runs
and steps have, with the helpers that page and poll. Fails at the first that is not as it should be,
and if the SDK has a method that was not called."""

import json
import sys

from openai import BadRequestError, NotFoundError, OpenAI

# They give the other methods once more, in other clothes.
WRAPPERS = {"with_raw_response", "with_streaming_response"}
NOT_STREAMED = "Streaming is not supported here. Leave out 'stream' and poll"
WEATHER = {"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object"}}}


class Observed:
    """A resource of the SDK that notes which of its methods, and of those that hang on it, are called."""

    def __init__(self, resource, name, called):
        self._resource, self._name, self._called = resource, name, called

    def __getattr__(self, key):
        value, name = getattr(self._resource, key), f"{self._name}.{key}"
        if not callable(value):
            return Observed(value, name, self._called)
        self._called.add(name)
        return value


def methods_of(resource, name):
    for key in dir(resource):
        if key.startswith("_") or key in WRAPPERS:
            continue
        value = getattr(resource, key)
        yield from [f"{name}.{key}"] if callable(value) else methods_of(value, f"{name}.{key}")


def keeps_assistants(assistants, _):
    created = assistants.create(model="gpt-4o", name="A", tools=[WEATHER])
    assert assistants.retrieve(created.id) == created
    changed = assistants.update(created.id, name="B", metadata={"k": "v"})
    assert (changed.name, changed.metadata) == ("B", {"k": "v"}), changed
    made = [assistants.create(model="m").id for _ in range(5)]
    listed = [assistant.id for assistant in assistants.list(limit=2)]
    assert listed[:5] == made[::-1], listed
    assert assistants.delete(created.id).deleted
    try:
        assistants.retrieve(created.id)
        raise AssertionError("it is still there")
    except NotFoundError as error:
        assert f"No assistant found with id '{created.id}'" in error.message, error.message
        assert error.request_id.startswith("req_")


def keeps_threads(_, threads):
    thread = threads.create(messages=[{"role": "user", "content": "0"}], metadata={"a": "1"})
    assert threads.retrieve(thread.id) == thread
    assert threads.update(thread.id, metadata={"b": "2"}).metadata == {"b": "2"}
    for i in range(1, 7):
        threads.messages.create(thread.id, role="user", content=str(i))
    pages = threads.messages.list(thread.id, limit=3, order="asc")
    assert [message.content[0].text.value for message in pages] == list("0123456")
    assert [len(page.data) for page in pages.iter_pages()] == [3, 3, 1]
    assert pages.has_next_page() and not pages.get_next_page().get_next_page().has_next_page()
    message = threads.messages.list(thread.id, limit=1).data[0]
    assert threads.messages.retrieve(message.id, thread_id=thread.id) == message
    noted = threads.messages.update(message.id, thread_id=thread.id, metadata={"c": "3"})
    assert noted.metadata == {"c": "3"}
    assert threads.messages.delete(message.id, thread_id=thread.id).deleted
    assert threads.delete(thread.id).deleted


def runs(assistants, threads):
    assistant = assistants.create(model="gpt-4o")
    thread = {"messages": [{"role": "user", "content": "Good morning"}]}
    run = threads.create_and_run_poll(assistant_id=assistant.id, thread=thread)
    assert run.status == "completed", run
    answer = threads.messages.list(run.thread_id, run_id=run.id).data[0]
    assert "Good morning" in answer.content[0].text.value, answer
    assert threads.runs.retrieve(run.id, thread_id=run.thread_id) == run
    assert threads.runs.list(run.thread_id).data == [run]
    noted = threads.runs.update(run.id, thread_id=run.thread_id, metadata={"k": "v"})
    assert noted.metadata == {"k": "v"}
    step = threads.runs.steps.list(run.id, thread_id=run.thread_id).data[0]
    assert step.step_details.message_creation.message_id == answer.id
    found = threads.runs.steps.retrieve(step.id, run_id=run.id, thread_id=run.thread_id)
    assert found == step
    again = threads.create_and_run(assistant_id=assistant.id, thread=thread)
    assert again.status == "queued", again
    assert threads.runs.poll(again.id, thread_id=again.thread_id).status == "completed"


def carries_out_a_function(assistants, threads):
    thread, run = until_function(assistants, threads)
    call = run.required_action.submit_tool_outputs.tool_calls[0]
    assert json.loads(call.function.arguments) == {"city": "Oslo"}, call
    done = threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=thread.id, tool_outputs=[{"tool_call_id": call.id, "output": "rain"}]
    )
    assert done.status == "completed", done
    answer = threads.messages.list(thread.id).data[0]
    assert "Function output: rain" in answer.content[0].text.value, answer
    steps = threads.runs.steps.list(run.id, thread_id=thread.id, limit=1, order="asc")
    assert [step.type for step in steps] == ["tool_calls", "message_creation"]
    thanks = [{"role": "user", "content": "Thanks"}]
    again = threads.runs.create(
        thread.id, assistant_id=run.assistant_id, additional_messages=thanks
    )
    assert threads.runs.poll(again.id, thread_id=thread.id).status == "completed"
    assert [one.id for one in threads.runs.list(thread.id, limit=1)] == [again.id, run.id]


def tells_that_nothing_is_streamed(assistants, threads):
    assistant = assistants.create(model="gpt-4o", tools=[WEATHER]).id
    thread = threads.create().id
    waiting, run = until_function(assistants, threads)
    call = run.required_action.submit_tool_outputs.tool_calls[0].id
    outputs = {
        "run_id": run.id,
        "thread_id": waiting.id,
        "tool_outputs": [{"tool_call_id": call, "output": "rain"}],
    }
    for start in (
        lambda: threads.runs.create(thread, assistant_id=assistant, stream=True),
        lambda: threads.runs.create_and_stream(thread_id=thread, assistant_id=assistant).__enter__(),
        lambda: threads.runs.stream(thread_id=thread, assistant_id=assistant).__enter__(),
        lambda: threads.create_and_run(assistant_id=assistant, stream=True),
        lambda: threads.create_and_run_stream(assistant_id=assistant).__enter__(),
        lambda: threads.runs.submit_tool_outputs(**outputs, stream=True),
        lambda: threads.runs.submit_tool_outputs_stream(**outputs).__enter__(),
    ):
        try:
            start()
            raise AssertionError("it streams")
        except BadRequestError as error:
            assert NOT_STREAMED in error.message, error.message
    assert threads.runs.list(thread).data == []
    assert threads.runs.submit_tool_outputs(**outputs).status == "queued"
    assert threads.runs.poll(run.id, thread_id=waiting.id).status == "completed"


def cancels(assistants, threads):
    thread, run = until_function(assistants, threads)
    try:
        threads.messages.create(thread.id, role="user", content="More")
        raise AssertionError("the thread is not locked")
    except BadRequestError as error:
        assert "while a run" in error.message, error.message
    assert threads.runs.cancel(run.id, thread_id=thread.id).status == "cancelling"
    assert threads.runs.poll(run.id, thread_id=thread.id).status == "cancelled"


def until_function(assistants, threads):
    assistant = assistants.create(model="gpt-4o", tools=[WEATHER])
    content = 'call get_weather {"city":"Oslo"}'
    thread = threads.create(messages=[{"role": "user", "content": content}])
    run = threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "requires_action", run
    return thread, run


def main(url, key):
    client = OpenAI(base_url=url, api_key=key)
    called = set()
    assistants = Observed(client.beta.assistants, "assistants", called)
    threads = Observed(client.beta.threads, "threads", called)
    for conversation in (
        keeps_assistants,
        keeps_threads,
        runs,
        carries_out_a_function,
        tells_that_nothing_is_streamed,
        cancels,
    ):
        conversation(assistants, threads)
        print(conversation.__name__)
    methods = {
        *methods_of(client.beta.assistants, "assistants"),
        *methods_of(client.beta.threads, "threads"),
    }
    assert "threads.runs.steps.list" in methods, methods
    assert methods == called, f"not called: {methods - called}"


if __name__ == "__main__":
    main(*sys.argv[1:])
    print("all is well")
