/** A part of a page's picture, in device pixels from the picture's upper left corner. */
export type Tile = Readonly<{ x: number; y: number; width: number; height: number }>;

type Size = Readonly<{ width: number; height: number }>;

/** Longest side of a tile, in device pixels; what one call may ask for. */
export const largestTile = 2048;

/** A page's picture in device pixels: as many as its CSS pixels times those of the device. */
export function pictureSize(css: Size, devicePixelRatio: number): Size {
  return {
    width: Math.max(1, Math.round(css.width * devicePixelRatio)),
    height: Math.max(1, Math.round(css.height * devicePixelRatio)),
  };
}

/** A picture as tiles that cover it once, none larger than allowed; one tile when it is small enough. */
export function tilesOf(picture: Size): Tile[] {
  const columns = Math.ceil(picture.width / largestTile);
  const rows = Math.ceil(picture.height / largestTile);
  const edge = (index: number, count: number, length: number): number => Math.round((index * length) / count);
  return Array.from({ length: rows * columns }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const x = edge(column, columns, picture.width);
    const y = edge(row, rows, picture.height);
    return {
      x,
      y,
      width: edge(column + 1, columns, picture.width) - x,
      height: edge(row + 1, rows, picture.height) - y,
    };
  });
}

/** The tiles that a stretch of the picture's height shows, from `top` to `bottom` in device pixels. */
export function shownTiles(tiles: readonly Tile[], top: number, bottom: number): Tile[] {
  return tiles.filter((tile) => tile.y < bottom && tile.y + tile.height > top);
}
