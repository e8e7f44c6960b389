export { ticked } from '$lib/server/forms/fields';
