import { expect, test } from 'vitest';
import { filled, placeholdersIn, problemsOf } from '$lib/domain/messages/message-text';

const builtIn = { subject: 'Hai una casa', text: 'rispondi entro {deadline}: {link}\nAvviso {notice}' };
const known = ['deadline', 'link', 'notice'];
const problems = (subject: string, text: string) => problemsOf({ subject, text }, builtIn, known);
const GOOD = 'entra in {link} entro {deadline}';

test('words with every needed fact are taken, in another order and without the facts that may be left out', () => {
	expect(problems('Rispondi entro {deadline}', GOOD)).toEqual([]);
	expect(problems('Ciao', `${GOOD} {deadline} {notice}`)).toEqual([]);
});

test.each([
	['the page', 'rispondi entro {deadline}', ['link']],
	['the deadline', 'entra in {link}', ['deadline']],
	['both', 'ciao', ['deadline', 'link']],
	['a deadline written as a word', 'deadline {link}', ['deadline']]
])('words without %s are refused by name', (_, text, names) => {
	expect(problems('Ciao', text)).toEqual([{ kind: 'missing', field: 'text', names }]);
});

test.each([
	['a name that the portal does not know', '{nome}', ['nome']],
	['a name with a space', '{ link}', [' link']],
	['a name in capitals', '{LINK}', ['LINK']],
	['no name', '{}', ['']],
	['a name of the machine', '{constructor}', ['constructor']]
])('%s is refused by name', (_, text, names) => {
	expect(problems('Ciao', `${GOOD} ${text}`)).toEqual([{ kind: 'unknown', field: 'text', names }]);
	expect(problems(`Ciao ${text}`, GOOD)).toEqual([{ kind: 'unknown', field: 'subject', names }]);
});

test('a subject holds no fact about a person, and one line', () => {
	expect(problems('Avviso {notice}', GOOD)).toEqual([{ kind: 'personal', field: 'subject', names: ['notice'] }]);
	expect(problems('Vai a {link}', GOOD)).toEqual([{ kind: 'personal', field: 'subject', names: ['link'] }]);
	expect(problems('due\nrighe', GOOD)).toEqual([{ kind: 'lines', field: 'subject' }]);
	expect(problems('due\rrighe', GOOD)).toEqual([{ kind: 'lines', field: 'subject' }]);
});

test('empty words, long ones and single braces are refused', () => {
	expect(problems(' ', GOOD)).toEqual([{ kind: 'empty', field: 'subject' }]);
	expect(problems('a'.repeat(79), GOOD)).toEqual([{ kind: 'too-long', field: 'subject' }]);
	expect(problems('Ciao', GOOD + 'a'.repeat(3_000))).toEqual([{ kind: 'too-long', field: 'text' }]);
	for (const brace of ['{', '}', '{{link}}', '}{'])
		expect(problems('Ciao', `${GOOD} ${brace}`)).toContainEqual({ kind: 'braces', field: 'text' });
});

test('a value is put in as it is, also where it looks like a placeholder', () => {
	const values = { deadline: '{link} $& $1', link: 'https://x', notice: '' };
	expect(filled({ subject: '{deadline}', text: '{deadline} {link}{notice} {other}' }, values)).toEqual({
		subject: '{link} $& $1',
		text: '{link} $& $1 https://x {other}'
	});
	expect(placeholdersIn('{b} {a} {b}')).toEqual(['b', 'a']);
});
