import { requireActor } from '$lib/server/platform/auth/require-actor';
import type { LayoutServerLoad } from './$types';

/** The account whose waiting surveys this device may send. Nobody sends those of another account. */
export const load: LayoutServerLoad = ({ locals }) => ({ owner: requireActor(locals).id });
