import { queueOf } from '$lib/server/platform/workers/in-turn';

/** A picture as it is kept: JPEG, upright, without place, time and camera. Sizes in pixels. */
export type Prepared = {
	readonly image: Buffer;
	readonly thumbnail: Buffer;
	readonly width: number;
	readonly height: number;
};

const FORMATS = new Set(['jpeg', 'png', 'webp']);
const LONGEST_SIDE = 1_600;
const THUMBNAIL = 320;
/** A phone takes 50 million pixels. A small file that unpacks to more is an attack. */
const MOST_PIXELS = 60_000_000;

/** A picture of the largest size takes 240 MB while it is prepared; one that waits takes its file, 12 MB at most. */
const oneByOne = queueOf(1, 20);

/** The stored form of an uploaded picture, made when those before it are; undefined when it cannot be read as a picture. */
export const preparePhotograph = (bytes: Uint8Array): Promise<Prepared | undefined> =>
	oneByOne(undefined, () => prepare(bytes));

async function prepare(bytes: Uint8Array): Promise<Prepared | undefined> {
	// Loaded with the first photograph, because most processes never handle one.
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	try {
		const source = sharp(bytes, { limitInputPixels: MOST_PIXELS });
		const { format } = await source.metadata();
		if (!FORMATS.has(format)) return undefined;
		const { data: image, info } = await source
			.autoOrient()
			.resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#ffffff' })
			.jpeg({ quality: 80 })
			.toBuffer({ resolveWithObject: true });
		const small = { fit: 'inside', withoutEnlargement: true } as const;
		const thumbnail = await sharp(image).resize(THUMBNAIL, THUMBNAIL, small).jpeg({ quality: 70 }).toBuffer();
		return { image, thumbnail, width: info.width, height: info.height };
	} catch {
		return undefined;
	}
}
