/** Search: the artists, songs and albums of the whole history whose names hold what was typed. */
import { z } from '../../domain/schema.ts';
import { Part } from '../detail/contract.ts';

export const SearchContract = {
  params: z.object({
    /** Nothing is found for blanks; they make ready for what comes next. */
    typed: z.string().check(z.maxLength(200)),
    /** Of each kind. */
    limit: z.int().check(z.nonnegative(), z.maximum(50)),
  }),
  view: z.object({
    artists: z.array(Part),
    songs: z.array(Part),
    albums: z.array(Part),
  }),
};
export type SearchView = z.infer<typeof SearchContract.view>;
export type SearchParams = z.infer<typeof SearchContract.params>;
