import { Module } from '@nestjs/common';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { CommentsResolver } from './comments.resolver.js';
import { EndComment } from './end-comment.js';
import { PostComment } from './post-comment.js';
import { PublicationResolver } from './publication.resolver.js';
import { ReadComments } from './read-comments.js';
import { WatchComments } from './watch-comments.js';

const SHARED = [PostComment, EndComment, ReadComments, WatchComments];

@Module({
  imports: [PublicationsModule, RegionsModule],
  providers: [...SHARED, CommentsResolver, PublicationResolver],
  exports: SHARED,
})
export class CommentsModule {}
