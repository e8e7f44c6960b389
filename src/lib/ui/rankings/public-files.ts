/** The files that a version offers for download. */
export const publicFiles = (sealed: boolean): readonly string[] => [
	...(sealed ? ['publication.json'] : ['round.json', 'result.json']),
	'statement.txt',
	'signature.hex',
	'key.pem'
];
