/** No folder without a subject: a thing with none stays beside its only user. */
const NAMELESS = /\/(utils?|helpers?|common|types|misc|shared)\//;

export const folders = {
	rules: {
		'with-subject': {
			create: (/** @type {import('eslint').Rule.RuleContext} */ context) => ({
				Program(/** @type {import('estree').Program} */ node) {
					const path = context.filename.replaceAll('\\', '/');
					if (/\/(src|tests)\//.test(path) && NAMELESS.test(path)) {
						context.report({
							node,
							message:
								'A folder is named by its subject: keep this file beside its only user, or name what it is about.'
						});
					}
				}
			})
		}
	}
};
