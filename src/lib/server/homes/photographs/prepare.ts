import { pictureInTurn, uprightPicture, type Upright } from '$lib/server/platform/pictures/upright';

/** A picture as it is kept: JPEG, upright, without place, time and camera. Sizes in pixels. */
export type Prepared = Upright & { readonly thumbnail: Buffer };

const KEPT = { longestSide: 1_600, quality: 80 };
const THUMBNAIL = { longestSide: 320, quality: 70 };

/** The stored form of an uploaded picture, made when those before it are; undefined when it cannot be read as a picture. */
export const preparePhotograph = (bytes: Uint8Array): Promise<Prepared | undefined> =>
	pictureInTurn(async () => {
		const upright = await uprightPicture(bytes, KEPT);
		const { image: thumbnail } = await uprightPicture(upright.image, THUMBNAIL);
		return { ...upright, thumbnail };
	});
