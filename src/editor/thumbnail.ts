/** Small pictures of designs for the list of recent files. */

/** Larger pictures are not worth their place in storage. */
const LARGEST = 60_000;

/** The SVG as a data URL of at most about 60 kB, or undefined when it would be larger. Decimals nobody sees are dropped. */
export function thumbnail(svg: string): string | undefined {
  const small = svg
    .replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->/g, '')
    .replace(/\d+\.\d{2,}/g, (number) => Number(number).toFixed(1))
    .replace(/>\s+</g, '><')
    .trim();
  const url = `data:image/svg+xml,${encodeURIComponent(small).replace(/%(20|3D|2F|3A|2C)/g, decodeURIComponent)}`;
  return url.length <= LARGEST ? url : undefined;
}
