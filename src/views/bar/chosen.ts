/** Value of the item a `wa-select` event is about. */
export function chosen(event: Event): string {
  const { item } = 'detail' in event && isDetail(event.detail) ? event.detail : {};
  return item && 'value' in item && typeof item.value === 'string' ? item.value : '';
}

const isDetail = (detail: unknown): detail is { item: Element } =>
  typeof detail === 'object' && detail !== null && 'item' in detail && detail.item instanceof Element;
