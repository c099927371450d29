// Runs the engine's check of model requests against a mock of the document that is named, or of the
// slice of it in this repository.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startModelMock } from "./model-mock.mjs";

const ROOT = new URL("..", import.meta.url).pathname;

const [document] = process.argv.slice(2);
const mock = await startModelMock(document);
try {
  const options = ["-q", "-B", "-pl", "engine", "-am", "test", "-Dtest=RequestConformance"];
  const settings = [
    "-Dsurefire.failIfNoSpecifiedTests=false",
    `-Dmodel.mock=${mock.url}`,
    `-Dmodel.examples=${document !== undefined}`,
  ];
  const maven = spawn("mvn", [...options, ...settings], { cwd: ROOT, stdio: "inherit" });
  const [code] = await once(maven, "exit");
  process.exitCode = code ?? 1;
} finally {
  await mock.stop();
}
