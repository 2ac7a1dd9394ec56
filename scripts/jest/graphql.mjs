// As on an operator's hub: elsewhere `graphql` looks for a second copy of itself at each question of what kind a type is.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
await import('graphql');
process.env.NODE_ENV = NODE_ENV;
