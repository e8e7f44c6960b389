import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ precompress: true }),
		// The page of a refusal is rendered elsewhere than at the address it answers: its files need whole paths.
		paths: { relative: false },
		// Registered by the pages of a survey, which are all it is for.
		serviceWorker: { register: false },
		// The framework answers a form of no origin with a bare English sentence. Our own check of every write refuses it too,
		// in the reader's language (server/platform/http/well-formed.ts).
		csrf: { trustedOrigins: ['null'] },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The route announcer of the framework styles itself with this one attribute.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../migrations/**/*.ts',
					'../scripts/**/*.js',
					'../eslint.config.js',
					'../svelte.config.js',
					'../*.config.ts'
				]
			})
		}
	}
};
