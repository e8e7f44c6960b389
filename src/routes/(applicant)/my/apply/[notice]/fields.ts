export { ticked } from '$lib/server/platform/forms/fields';
