import type { Actor } from './actor';

/** The signed-in account. The guard in hooks let nobody else through; being here without one is a defect. */
export function requireActor(locals: App.Locals): Actor {
	if (!locals.actor) throw new Error('This route has no guard: nobody is signed in.');
	return locals.actor;
}
