import pino from 'pino';

/** The log of the process. It holds no personal data: ids, routes, durations and problems only. */
export const log = pino({
	level: process.env['LOG_LEVEL'] ?? 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	formatters: { level: (label) => ({ level: label }) }
});
