import type { CheckProof, FindReceipt, ProofAnswer, ReceiptAnswer, RoundAnswer, VerifyRound } from './verify.worker';

type Said<Answer> = { step: number; of: number } | { done: Answer } | { failed: true };

/** Loads a worker, asks it and ends it; null if the worker could not answer. */
export function askWorker(ask: VerifyRound, onStep: (step: number, of: number) => void): Promise<RoundAnswer | null>;
export function askWorker(ask: FindReceipt): Promise<ReceiptAnswer | null>;
export function askWorker(ask: CheckProof): Promise<ProofAnswer | null>;
export function askWorker<Answer>(
	ask: VerifyRound | FindReceipt | CheckProof,
	onStep: (step: number, of: number) => void = () => {}
): Promise<Answer | null> {
	const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
	return new Promise<Answer | null>((resolve) => {
		worker.onerror = () => resolve(null);
		worker.onmessage = ({ data }: MessageEvent<Said<Answer>>) => {
			if ('step' in data) onStep(data.step, data.of);
			else resolve('done' in data ? data.done : null);
		};
		worker.postMessage(ask);
	}).finally(() => worker.terminate());
}
