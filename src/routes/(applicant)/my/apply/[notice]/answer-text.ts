import { m } from '$lib/paraglide/messages';

export const yesNo = (value: boolean) => (value ? m.apply_yes() : m.apply_no());
