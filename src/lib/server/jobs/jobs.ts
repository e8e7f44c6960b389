import type { Job } from './loop';

/** Everything the portal does by itself, and how often. */
export const jobs: readonly Job[] = [];
