export { CommentsModule } from './comments.module.js';
export { EndComment } from './end-comment.js';
export { commentsEntities, commentsMigrations } from './persistence.js';
export { PostComment } from './post-comment.js';
export { ReadComments } from './read-comments.js';
export { WatchComments } from './watch-comments.js';
