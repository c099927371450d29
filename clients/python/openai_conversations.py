"""OpenAI's Python SDK with a base URL of ours: every method that assistants, threads, messages, runs
and steps have, with the helpers that page and poll. Fails at the first that is not as it should be."""

import json
import sys

from openai import BadRequestError, NotFoundError, OpenAI

WEATHER = {"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object"}}}


def keeps_assistants(client):
    assistants = client.beta.assistants
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


def keeps_threads(client):
    threads = client.beta.threads
    thread = threads.create(messages=[{"role": "user", "content": "0"}], metadata={"a": "1"})
    assert threads.retrieve(thread.id) == thread
    assert threads.update(thread.id, metadata={"b": "2"}).metadata == {"b": "2"}
    for i in range(1, 7):
        threads.messages.create(thread.id, role="user", content=str(i))
    pages = threads.messages.list(thread.id, limit=3, order="asc")
    assert [message.content[0].text.value for message in pages] == list("0123456")
    message = threads.messages.list(thread.id, limit=1).data[0]
    assert threads.messages.retrieve(message.id, thread_id=thread.id) == message
    noted = threads.messages.update(message.id, thread_id=thread.id, metadata={"c": "3"})
    assert noted.metadata == {"c": "3"}
    assert threads.messages.delete(message.id, thread_id=thread.id).deleted
    assert threads.delete(thread.id).deleted


def runs(client):
    threads = client.beta.threads
    assistant = client.beta.assistants.create(model="gpt-4o")
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


def carries_out_a_function(client):
    thread, run = until_function(client)
    call = run.required_action.submit_tool_outputs.tool_calls[0]
    assert json.loads(call.function.arguments) == {"city": "Oslo"}, call
    done = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=thread.id, tool_outputs=[{"tool_call_id": call.id, "output": "rain"}]
    )
    assert done.status == "completed", done
    answer = client.beta.threads.messages.list(thread.id).data[0]
    assert "Function output: rain" in answer.content[0].text.value, answer


def cancels(client):
    thread, run = until_function(client)
    try:
        client.beta.threads.messages.create(thread.id, role="user", content="More")
        raise AssertionError("the thread is not locked")
    except BadRequestError as error:
        assert "while a run" in error.message, error.message
    assert client.beta.threads.runs.cancel(run.id, thread_id=thread.id).status == "cancelling"
    assert client.beta.threads.runs.poll(run.id, thread_id=thread.id).status == "cancelled"


def until_function(client):
    assistant = client.beta.assistants.create(model="gpt-4o", tools=[WEATHER])
    content = 'call get_weather {"city":"Oslo"}'
    thread = client.beta.threads.create(messages=[{"role": "user", "content": content}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "requires_action", run
    return thread, run


if __name__ == "__main__":
    url, key = sys.argv[1:]
    openai = OpenAI(base_url=url, api_key=key)
    for conversation in (keeps_assistants, keeps_threads, runs, carries_out_a_function, cancels):
        conversation(openai)
        print(conversation.__name__)
    print("all is well")
