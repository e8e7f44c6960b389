import { afterAll } from 'vitest';
import { shiftClock } from '$lib/server/clock';

// Test files share their modules: a file that moves the clock must not move that of the next one.
afterAll(() => shiftClock(0));
