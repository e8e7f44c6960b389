import { savePart } from '../save-part';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => savePart(event, await event.request.formData(), 'income', () => 'needs')
} satisfies Actions;
