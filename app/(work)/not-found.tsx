import { NotFoundPage } from '@/components/shell/state-pages'

export default NotFoundPage
