import { requireActor } from '$lib/server/platform/auth/require-actor';
import type { LayoutServerLoad } from './$types';

/** Whose surveys on this device are sent: nobody sends those of another. */
export const load: LayoutServerLoad = ({ locals }) => ({ owner: requireActor(locals).id });
