/** The catalogue's routes, one item at a time: the batch forms are gone. */
import { ok, refuse, type ApiAnswer, type ApiRequest, type ApiRoute } from './api-answer.ts';
import { shapeAlbum, shapeArtist, shapeTrack, type ShapeContext } from './api-shapes.ts';
import { catalog } from './catalog.ts';

export const catalogRoutes: readonly ApiRoute[] = [
  createRoute(/^\/tracks\/([^/]+)$/, catalog.tracks, shapeTrack),
  createRoute(/^\/artists\/([^/]+)$/, catalog.artists, shapeArtist),
  createRoute(/^\/albums\/([^/]+)$/, catalog.albums, shapeAlbum),
];

function createRoute(
  path: RegExp,
  entries: ReadonlyMap<string, unknown>,
  shape: (context: ShapeContext, id: string) => unknown,
): ApiRoute {
  const answer = ({ id, shapes }: ApiRequest): ApiAnswer => {
    if (!/^[0-9A-Za-z]{22}$/.test(id)) return refuse(400, 'Invalid base62 id');
    return entries.has(id) ? ok(shape(shapes, id)) : refuse(404, 'Resource not found');
  };
  return { path, scopes: [], answer };
}
