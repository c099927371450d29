export const ROUNDS = 11;

/**
 * What each server's measure gives, round by round: in turn, so that a busy moment of the machine
 * meets every server alike. The first round warms up and is not counted.
 */
export async function inRounds(servers, measure) {
  const samples = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const server of servers) {
      const sample = await measure(server);
      if (round > 0) samples.get(server).push(sample);
    }
  }
  return samples;
}
