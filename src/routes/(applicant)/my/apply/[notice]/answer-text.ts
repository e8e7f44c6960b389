import { m } from '$lib/paraglide/messages';

export { optionsOf } from '$lib/ui/household/names';

export const yesNo = (value: boolean) => (value ? m.apply_yes() : m.apply_no());
