import { savePart } from '../save-part';
import { typed } from '../save-step';
import type { Actions } from './$types';

export const actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		// Returns the form with one more row and all typed values. Saves nothing.
		if (posted.get('to') === 'add-span') {
			return { errors: {}, values: typed(posted), problem: undefined, oneMore: true };
		}
		return savePart(event, posted, 'residence', () => 'home');
	}
} satisfies Actions;
