import { postKey, type PostKey } from '../../src/codec/post.js';
import type { StoredPost } from '../../src/domain/post.js';

/** The columns that a row's post is stored in. */
export function keyOf({ post }: { readonly post: StoredPost }): PostKey {
  if (post.kind === 'unreadable') throw new Error('the post cannot be read');
  return postKey(post);
}
