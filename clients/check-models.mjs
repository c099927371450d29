// Runs the engine's check of model requests against a mock of the document that is named.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startMockApi } from "./mock-api.mjs";

const ROOT = new URL("..", import.meta.url).pathname;

const api = await startMockApi(process.argv[2]);
try {
  const options = ["-q", "-B", "-pl", "engine", "-am", "test", "-Dtest=RequestConformance"];
  const settings = ["-Dsurefire.failIfNoSpecifiedTests=false", `-Dmodel.mock=${api.url}`];
  const maven = spawn("mvn", [...options, ...settings], { cwd: ROOT, stdio: "inherit" });
  const [code] = await once(maven, "exit");
  process.exitCode = code ?? 1;
} finally {
  await api.stop();
}
