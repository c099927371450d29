// Judges what a server wrote to stdout.
const SHOWN = 120;

/** What is wrong with lines that should answer every id exactly once, each with its thread. */
export function problems(lines, expected) {
  const found = [];
  const open = new Map(expected);
  for (const line of lines) {
    const answer = parsed(line);
    if (answer?.jsonrpc !== "2.0" || !("id" in answer)) {
      found.push(`stdout has ${shown(line)}`);
    } else if (!expected.has(answer.id)) {
      found.push(`nobody asked for ${shown(line)}`);
    } else if (!open.has(answer.id)) {
      found.push(`id ${answer.id} is answered again`);
    } else {
      if (!returns(answer.result, open.get(answer.id))) {
        found.push(`id ${answer.id} should return ${open.get(answer.id)}: ${shown(line)}`);
      }
      open.delete(answer.id);
    }
  }
  for (const id of open.keys()) found.push(`id ${id} is not answered`);
  return found;
}

/** Throws unless all is well; a figure about wrong answers is none. */
export function check(lines, expected) {
  const found = problems(lines, expected);
  if (found.length > 0) throw new Error(`${found.length} wrong answers; first, ${found[0]}`);
}

/** Whether the result of a call is this thread. */
export function returns(result, thread) {
  const text = result?.content?.[0]?.text ?? "";
  return result?.isError !== true && text.includes(`"${thread}"`);
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function shown(line) {
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}...` : `'${line}'`;
}
