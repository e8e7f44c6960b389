/** Says how far a job is. To be awaited, so that whoever runs the job can be heard, and can stop it, in between. */
export type Report = (done: number, of: number) => Promise<void>;

/**
 * Work too long for a request's thread: a file `<name>.worker.ts` that exports `run` and imports the domain only. What
 * goes in and comes out is plain data (structured clone). The build finds the file by its ending.
 */
export type Job<Input, Output> = {
	readonly name: string;
	load(): Promise<{ run(input: Input, report: Report): Promise<Output> }>;
};

export type RunOptions = {
	/** Stops the job at once and rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	/** Must not throw: nobody is there to catch it. */
	readonly onProgress?: (done: number, of: number) => void;
};
