import { FORM } from './send';

/** Bodies and content types that no browser sends to a form of ours: each is refused, whatever the action. */
export const oddBodies: readonly { name: string; type?: string; body: string; status: number }[] = [
	{ name: 'JSON', type: 'application/json', body: '{"x":1}', status: 415 },
	{ name: 'plain text', type: 'text/plain', body: 'x=1', status: 415 },
	{ name: 'no content type', body: 'x=1', status: 415 },
	{ name: 'an unknown type', type: 'a/b; c="', body: 'x=1', status: 415 },
	{ name: 'multipart without a boundary', type: 'multipart/form-data', body: 'x', status: 415 },
	{
		name: 'multipart cut off in a value',
		type: 'multipart/form-data; boundary=b',
		body: '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1',
		status: 400
	},
	{
		name: 'multipart cut off in a name',
		type: 'multipart/form-data; boundary=b',
		body: '--b\r\ncontent-disposition: form-da',
		status: 400
	},
	{ name: 'multipart with another boundary', type: 'multipart/form-data; boundary=b', body: '--c--\r\n', status: 400 },
	{
		name: 'multipart with a part without a name',
		type: 'multipart/form-data; boundary=b',
		body: '--b\r\ncontent-type: text/plain\r\n\r\n1\r\n--b--\r\n',
		status: 400
	},
	{ name: 'multipart that is empty', type: 'multipart/form-data; boundary=b', body: '', status: 400 },
	{ name: '4,000 fields', type: FORM, body: 'a=&'.repeat(4_000), status: 413 },
	{
		name: '4,000 parts',
		type: 'multipart/form-data; boundary=b',
		body: `${'--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(4_000)}--b--\r\n`,
		status: 413
	},
	{ name: 'a name of 300 letters', type: FORM, body: `${'n'.repeat(300)}=1`, status: 400 },
	{ name: '300 kB in one field', type: FORM, body: `x=${'a'.repeat(300_000)}`, status: 413 }
];

/** Values for every field of a form; they may be refused or taken, and break nothing. */
export const oddValues: Readonly<Record<string, string>> = {
	nothing: '',
	NUL: '\0',
	'half a surrogate pair': '\ud800',
	'a bidirectional mark': '\u202eabc',
	'a member of every object': '__proto__',
	'the largest number': '9'.repeat(40),
	'no number': '-1e999',
	'many marks': 'a\u0301\u0323'.repeat(900)
};

/** Field names that are members of every object, or hold signs that names of ours never have. */
export const ODD_FIELDS = `__proto__=1&constructor=1&toString=1&a[b]=1&=1&%=%&%ff=%ff&a.__proto__.b=1&in.__proto__.x=on`;

export const oddActions = ['constructor', 'default', '__proto__', 'toString', 'hasOwnProperty', 'nothing', ''];

/** What follows the address of any page: taken for what it is, or for nothing. */
export const oddSearches = [
	'__proto__=1&constructor=1&toString=1&page=1e308&before=9007199254740991&zone=99999999999&q=%ff&id=%ed%a0%80&with=constructor',
	'page=-1&page=2&done=__proto__&next=__proto__&notice=__proto__&against=toString&photo=x&event=%&household=%25&x-sveltekit-invalidated=zz'
];

/** No search of ours: refused before any page is asked. */
export const refusedSearches: readonly { search: string; status: number }[] = [
	{ search: 'q=%00', status: 400 },
	{ search: '%00=1', status: 400 },
	{ search: 'a=1&'.repeat(101), status: 414 },
	{ search: `q=${'a'.repeat(5_000)}`, status: 414 }
];

export const oddParameters = ['__proto__', '%ed%a0%80', '9'.repeat(30), 'a'.repeat(2_000)];

export const oddCookies = [
	'chiavi_session=constructor.x',
	'chiavi_session=__proto__.x',
	'chiavi_session=home.',
	'chiavi_session=%00',
	'chiavi_session=%ff%',
	'chiavi_session=home.é; PARAGLIDE_LOCALE=__proto__',
	'PARAGLIDE_LOCALE=constructor',
	'chiavi_device=.; chiavi_told=AAAA',
	'chiavi_told=%00; chiavi_device=constructor.__proto__',
	`chiavi_session=home.${'x'.repeat(12_000)}`,
	'__proto__=1; constructor=2; =; ;;',
	`${'a=1; '.repeat(1_500)}`
];

export const oddMethods = ['OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'HEAD', 'REPORT'];

/** Whole addresses, as they stand in the first line of a request. */
export const oddPaths = [
	'//evil.example/',
	'//evil.example/%2e%2e',
	'/\\evil.example/',
	'/%',
	'/%ff',
	'/%00',
	'/login%00',
	'/login/%2e%2e/%2e%2e/etc/passwd',
	'/en/%',
	'/en//evil.example',
	'/it/login',
	'/__data.json',
	'/%/__data.json',
	'/login/__data.json?x-sveltekit-invalidated=zz',
	'/login/__route.js',
	'/_app/remote/constructor/x',
	'/_app/remote/__proto__/__proto__',
	'/_app/immutable/nothing.js',
	'/_app/env.js',
	'/_app/%',
	'/refused?status=__proto__',
	'/refused?status=500',
	`/${'a/'.repeat(3_000)}`,
	'*',
	'http://evil.example/'
];
