/** Reports the progress of a job. The job awaits it, so that the thread can receive a stop in between. */
export type Report = (done: number, of: number) => Promise<void>;

/**
 * Work that is too long for a request: a file `<name>.worker.ts` that exports `run` and imports the domain and its own
 * area only. Input and output are plain data (structured clone). The build finds the file by its ending.
 */
export type Job<Input, Output> = {
	readonly name: string;
	load(): Promise<{ run(input: Input, report: Report): Promise<Output> }>;
};

export type RunOptions = {
	/** Stops the job at once and rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Stops a job that runs longer, in milliseconds; the time for which it waits for its turn does not count. */
	readonly longestMs?: number;
	/** Must not throw: no caller catches it. */
	readonly onProgress?: (done: number, of: number) => void;
};
