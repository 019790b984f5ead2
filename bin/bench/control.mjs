// What a request costs on this machine before anybody has done anything: a bare server of Node's that answers with one
// string of 30 KB. Everything else is given as a multiple of it, taken in the same minute.
import http from 'node:http'

const SIZE = 30 * 1024
const body = Buffer.alloc(SIZE, '<p>Nothing is read, nothing is drawn, nothing is compressed.</p>\n')
const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': SIZE }

const server = http.createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
process.on('disconnect', () => process.exit())
