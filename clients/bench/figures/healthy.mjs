// How long it takes from spawning a server until it answers that it is up.
export const healthy = {
  figure: "spawn to /healthz answered",
  unit: "ms",
  goal: { 25: { atMost: 450 } },
  async measure(launcher) {
    const server = launcher.start();
    try {
      await server.initialize();
      const ms = performance.now() - server.started;
      if (!launcher.usesArchive(server)) {
        throw new Error(`${launcher.name} does not use its archive`);
      }
      return ms;
    } finally {
      await server.end();
    }
  },
};
