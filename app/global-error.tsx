'use client'

/** The frame itself failed: no messages, no shell, only both languages and the number. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '15vh auto',
          maxWidth: '36rem',
          padding: '0 1rem',
        }}
      >
        <h1>系统出错了</h1>
        <p>请稍后重新加载；如再次出现，请把下面的编号告诉系统管理员。</p>
        <p lang="en">
          Something went wrong. Load the page again later, or give this number to the administrator.
        </p>
        <p>
          <code>{error.digest}</code>
        </p>
      </body>
    </html>
  )
}
