import type { Actor } from '$lib/server/platform/auth/actor';
import type { SignedIn } from '$lib/server/platform/auth/sessions';

declare global {
	namespace App {
		interface Locals {
			/** The signed-in person, with every factor that the role needs; null for a visitor. */
			actor: Actor | null;
			/** The helper or officer, on a page where `actor` is the person in whose place they act. */
			helper: Actor | null;
			/** The id of the present session, so that it can be ended. */
			sessionId: string | null;
			/** The mandate under which the session of a helper works for a person, live or not. */
			actingUnder: string | null;
			/** The person for whom the session of a helper works, on every page; null where the mandate is over. */
			actingFor: { mandateId: string; name: string } | null;
			/** A person whose password was right and whose second factor is missing. This person may do nothing else. */
			pending: SignedIn['account'] | null;
			/** The id of this request: in the log, and on the page of an unexpected error. */
			requestId: string;
			/** Too many others waited: nothing of the request is done. */
			turnedAway?: boolean;
			/** The database could not serve it. */
			outage?: boolean;
			/** Its person erased the account meanwhile, from another tab. */
			erased?: boolean;
			/** The form that was posted, once it is read. */
			posted?: FormData;
		}
		interface PageData {
			/** `mark`: whose page it is (form-mark.ts). */
			actor: { name: string; role: Actor['role']; mark: string } | null;
			/** For whom the reader works as a helper. `mark`: of the reader. */
			acting?: { mandateId: string; name: string; mark: string } | null;
			/** The record under which an officer writes on a page of a household. */
			recording?: { recordId: string; name: string; channel: string; on: string } | null;
			demo: boolean;
			/** The form of a page that holds answers which are saved nowhere. */
			heldIn?: string;
			sourceUrl: string | null;
		}
		interface Error {
			message: string;
			/** Quoted by a person, found in the log. */
			id?: string;
		}
	}
}

export {};
