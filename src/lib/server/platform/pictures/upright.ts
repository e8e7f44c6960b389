import type { Sharp } from 'sharp';
import { queueOf } from '$lib/server/platform/workers/in-turn';

const FORMATS = new Set(['jpeg', 'png', 'webp']);
/** A phone takes 50 million pixels. A small file that unpacks to more is an attack. */
const MOST_PIXELS = 60_000_000;

/** A picture of the largest size takes 240 MB while it is read; one that waits takes its file, 12 MB at most. */
const oneByOne = queueOf(1, 20);

/** `longestSide`: in pixels; a smaller picture keeps its size. `quality`: of JPEG, 1 to 100. */
type Shape = { readonly longestSide: number; readonly quality: number };
export type Upright = { readonly image: Buffer; readonly width: number; readonly height: number };

/** Lets one picture be read at a time. Answers undefined where `read` finds none; refuses when too many wait. */
export const pictureInTurn = <Result>(read: () => Promise<Result>): Promise<Result | undefined> =>
	oneByOne(undefined, () => read().catch(() => undefined));

/**
 * A picture written anew as JPEG: upright, without place, time and camera, and without anything that hides in the file
 * besides. Throws when the bytes are no JPEG, PNG or WebP, are cut short, or unpack to too much.
 */
export async function uprightPicture(bytes: Uint8Array, { longestSide, quality }: Shape): Promise<Upright> {
	const source = await openPicture(bytes);
	const { format } = await source.metadata();
	if (!FORMATS.has(format)) throw new Error('not a picture that the portal takes');
	const { data, info } = await source
		.autoOrient()
		.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.jpeg({ quality })
		.toBuffer({ resolveWithObject: true });
	return { image: data, width: info.width, height: info.height };
}

async function openPicture(bytes: Uint8Array): Promise<Sharp> {
	// Loaded with the first picture, because most processes never handle one.
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	// By default the library refuses a picture for what it only warns of. Many phones write such JPEGs.
	return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
}
