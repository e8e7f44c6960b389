import { z } from 'zod';
import { stored } from './stored';

/** A column that holds a list of ids or of names of categories. */
export const storedWords = stored<readonly string[]>('a list of words', z.array(z.string()));
