import { createRawSnippet, type Component } from 'svelte';
import { render as renderOnServer } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { houseStates } from '$lib/domain/programme/house-state';
import ErrorSummary from '$lib/ui/ErrorSummary.svelte';
import Houses from '$lib/ui/Houses.svelte';
import HouseSymbols from '$lib/ui/HouseSymbols.svelte';
import HousesLegend from '$lib/ui/HousesLegend.svelte';
import Pagination from '$lib/ui/Pagination.svelte';
import RadioGroup from '$lib/ui/RadioGroup.svelte';
import SelectField from '$lib/ui/SelectField.svelte';
import TextField from '$lib/ui/TextField.svelte';
import Timeline from '$lib/ui/Timeline.svelte';
import Callout from '$lib/ui/Callout.svelte';

/** What a browser without JavaScript receives, without the marks the framework leaves for itself. */
function render<Props extends Record<string, unknown>>(component: Component<Props>, props: NoInfer<Props>): string {
	const { body } = renderOnServer(component as Component, { props });
	return body.replaceAll(/<!--.*?-->/g, '');
}

const text = (html: string) =>
	html
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll('&nbsp;', ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();

describe('a field', () => {
	const field = { name: 'zip', label: 'CAP', hint: 'Cinque cifre', value: '2012', error: 'Il CAP ha cinque cifre.' };

	it('ties its label, hint and error to the input, and keeps what was typed', () => {
		const html = render(TextField, { ...field, required: true });
		expect(html).toContain('<label for="field-zip">CAP</label>');
		expect(html).toContain('aria-describedby="hint-zip error-zip"');
		expect(html).toContain('aria-invalid="true"');
		expect(html).toContain('value="2012"');
		expect(text(html)).toContain('Errore: Il CAP ha cinque cifre.');
	});

	it('says that it is optional unless it is required, and nothing of errors when there are none', () => {
		const html = render(TextField, { name: 'zip', label: 'CAP' });
		expect(text(html)).toBe('CAP (facoltativo)');
		expect(html).not.toContain('aria-invalid');
		expect(html).not.toContain('aria-describedby');
	});

	it('escapes what was typed', () => {
		expect(render(TextField, { ...field, value: '"><script>' })).toContain('value="&quot;>&lt;script>"');
	});
});

describe('choices', () => {
	const options = [
		{ value: 'no', label: 'No' },
		{ value: 'yes', label: 'Sì', hint: 'Serve la convalida' }
	];

	it('keep the chosen one, and the first carries the id of the error summary', () => {
		const html = render(RadioGroup, { name: 'eviction', label: 'Sfratto?', options, value: 'yes', required: true });
		const inputs = html.match(/<input[^>]*>/g) ?? [];
		expect(inputs).toHaveLength(2);
		expect(inputs[0]).toContain('id="field-eviction"');
		expect(inputs[0]).not.toContain('checked');
		expect(inputs[1]).toContain('checked');
	});

	it('in a list keep the chosen one too', () => {
		const html = render(SelectField, { name: 'title', label: 'Titolo', options, value: 'yes', empty: 'Scegli' });
		expect(html.match(/<option[^>]*selected[^>]*>/g)).toEqual([expect.stringContaining('value="yes"')]);
	});
});

describe('the error summary', () => {
	it('is not there when nothing is wrong', () => {
		expect(render(ErrorSummary, { errors: {} }).trim()).toBe('');
	});

	it('counts the errors and links each to its field, and takes the focus without a script', () => {
		const html = render(ErrorSummary, { errors: { zip: 'Il CAP ha cinque cifre.', rent: 'Scrivi un importo.' } });
		expect(text(html)).toContain('Ci sono 2 cose da correggere');
		expect(html).toContain('<a href="#field-zip">Il CAP ha cinque cifre.</a>');
		expect(html).toContain('<a href="#field-rent">Scrivi un importo.</a>');
		expect(html).toMatch(/<div[^>]* autofocus/);
	});

	it('says one problem that belongs to no field', () => {
		expect(text(render(ErrorSummary, { problem: "L'avviso è chiuso." }))).toContain("L'avviso è chiuso.");
	});
});

describe('the houses', () => {
	const houses = Array.from({ length: 145 }, (_, index) => ({
		number: index + 1,
		state: houseStates[index % houseStates.length]!,
		href: index === 144 ? undefined : `/programme/dwellings/${index + 1}`
	}));
	const html = render(HouseSymbols, {}) + render(Houses, { houses });

	it('are drawn once a state and used 145 times', () => {
		expect(html.match(/<symbol /g)).toHaveLength(7);
		expect(html.match(/<use /g)).toHaveLength(145);
	});

	it('are links with a spoken name, or an image with one where no record is', () => {
		expect(html.match(/<a [^>]*>/g)).toHaveLength(144);
		expect(html).toContain('<a href="/programme/dwellings/1" aria-label="Casa 1: chiavi consegnate">');
		expect(html).toMatch(/<span role="img" aria-label="Casa 145: [^"]+">/);
	});

	it('differ in shape and not only in fill', () => {
		const shapes = (html.match(/<symbol .*?<\/symbol>/gs) ?? []).map((symbol) =>
			(symbol.match(/ d="[^"]*"|house-not_identified|house-identified|house-restored/g) ?? []).join()
		);
		expect(new Set(shapes).size).toBe(7);
	});

	it('leave empty states out of the legend', () => {
		const counts = {
			keys_delivered: 63,
			offered: 0,
			restored: 1908,
			declared: 0,
			in_works: 0,
			identified: 0,
			not_identified: 0
		};
		expect(text(render(HousesLegend, { counts }))).toBe('63 chiavi consegnate 1.908 ripristinata');
	});
});

describe('pages of results', () => {
	const numbers = (page: number, pages: number) =>
		text(render(Pagination, { page, pages, href: (number) => `?page=${number}` }));

	it('are not announced when there is one', () => {
		expect(numbers(1, 1)).toBe('');
	});

	it('show the neighbours, the ends and the gaps', () => {
		expect(numbers(1, 3)).toBe('1 2 3 Successiva');
		expect(numbers(5, 9)).toBe('Precedente 1 … 4 5 6 … 9 Successiva');
		expect(numbers(9, 9)).toBe('Precedente 1 … 8 9');
	});
});

describe('what the eye sees is also said', () => {
	it('in a timeline, the state of each step', () => {
		const html = render(Timeline, {
			steps: [
				{ label: 'Domanda inviata', state: 'done' },
				{ label: 'Proposta', state: 'now' }
			]
		});
		expect(text(html)).toBe('Domanda inviata (fatto) Proposta (adesso)');
		expect(html).toContain('aria-current="step"');
	});

	it('in a callout, its kind', () => {
		const children = createRawSnippet(() => ({ render: () => "<p>Serve l'ISEE.</p>" }));
		expect(text(render(Callout, { kind: 'warning', children }))).toBe("Attenzione: Serve l'ISEE.");
	});
});
