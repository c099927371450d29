// Calls the upstream without anybody between, in the same raw manner: a prepared request out, and
// time is taken when its answer has come. One connection, one call at a time.
import { once } from "node:events";
import { connect } from "node:net";

export async function connectTo({ port }) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const gone = new AbortController();
  socket.on("close", () => gone.abort());
  await once(socket, "connect");
  return {
    async call(thread) {
      socket.write(`GET /v1/threads/${thread} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      let answer = "";
      while (!isWhole(answer)) answer += (await once(socket, "data", gone))[0];
      if (!answer.includes(`"${thread}"`)) throw new Error(`wrong answer: ${answer}`);
    },
    close: () => socket.destroy(),
  };
}

function isWhole(answer) {
  const end = answer.indexOf("\r\n\r\n");
  const length = /^content-length: (\d+)\r$/im.exec(answer)?.[1];
  return end >= 0 && answer.length >= end + 4 + Number(length);
}
